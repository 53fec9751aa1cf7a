// Delegation with results: a generator evaluates each subexpression; it yields the steps and
// returns the value.
#include <deepyield/generator.hpp>

#include <iostream>
#include <memory>
#include <sstream>
#include <string>
#include <utility>

struct expression {
  explicit expression(int number) : value(number) {}
  expression(char sign, expression left_side, expression right_side)
      : operation(sign),
        left(new expression(std::move(left_side))),
        right(new expression(std::move(right_side))) {}

  char operation = 0;  // none: a number
  int value = 0;
  std::unique_ptr<expression> left, right;
};

expression number(int value) { return expression(value); }
expression operator+(expression left, expression right) {
  return {'+', std::move(left), std::move(right)};
}
expression operator-(expression left, expression right) {
  return {'-', std::move(left), std::move(right)};
}
expression operator*(expression left, expression right) {
  return {'*', std::move(left), std::move(right)};
}

int calculate(int left, char operation, int right) {
  switch (operation) {
    case '+': return left + right;
    case '-': return left - right;
    default: return left * right;
  }
}

std::string step(int left, char operation, int right, int result) {
  std::ostringstream text;
  text << left << ' ' << operation << ' ' << right << " = " << result;
  return text.str();
}

deepyield::generator<std::string, void, int> evaluate(const expression& e) {
  return [&e](deepyield::yielder<std::string>& yield) {
    if (!e.operation) return e.value;
    const int left = yield.from(evaluate(*e.left));  // yields its steps, then gives its value
    const int right = yield.from(evaluate(*e.right));
    const int result = calculate(left, e.operation, right);
    yield(step(left, e.operation, right, result));
    return result;
  };
}

int main() {
  const expression e = (number(1) + number(2)) * (number(10) - number(2) * number(2));
  auto steps = evaluate(e);
  for (const std::string& each : steps) std::cout << each << '\n';
  std::cout << "result: " << steps.result() << '\n';
}
