// Backtracking by generators: all ways to choose a value for each position, where what may be
// chosen depends on what was chosen before.
//
// A position is a function that returns a generator of the values that are possible there now. Each
// time it is resumed, the generator undoes what its value has changed, and offers the next one.
// When it ends, everything is as it was, and the position before it goes on.
#pragma once

#include <deepyield/generator.hpp>

#include <cstddef>
#include <functional>
#include <vector>

template <class Value>
using positions = std::vector<std::function<deepyield::generator<Value>()>>;

template <class Value>
void choose_the_rest(const positions<Value>& all, std::vector<Value>& chosen,
                     deepyield::yielder<const std::vector<Value>&>& yield) {
  if (chosen.size() == all.size()) return yield(chosen);

  for (const Value& value : all[chosen.size()]()) {
    chosen.push_back(value);
    choose_the_rest(all, chosen, yield);
    chosen.pop_back();
  }
}

template <class Value>
deepyield::generator<const std::vector<Value>&> conjoin(positions<Value> all) {
  return [all](deepyield::yielder<const std::vector<Value>&>& yield) {
    std::vector<Value> chosen;
    choose_the_rest(all, chosen, yield);
  };
}

// The same without recursion, for any number of positions: it only has to remember the generators
// that wait.
template <class Value>
deepyield::generator<const std::vector<Value>&> conjoin_without_recursion(positions<Value> all) {
  return [all](deepyield::yielder<const std::vector<Value>&>& yield) {
    std::vector<Value> chosen;
    if (all.empty()) return yield(chosen);

    std::vector<deepyield::generator<Value>> open;
    open.push_back(all.front()());
    while (!open.empty()) {
      chosen.resize(open.size() - 1);
      if (const Value* value = open.back().next()) {
        chosen.push_back(*value);
        if (chosen.size() == all.size())
          yield(chosen);
        else
          open.push_back(all[chosen.size()]());
      } else {
        open.pop_back();
      }
    }
  };
}
