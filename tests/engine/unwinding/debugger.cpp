// debugger COMMAND...: a body runs COMMAND, which prints the stack of this process; the output must
// lead from the body to main. Exits with 77 (skipped, for ctest) where COMMAND may not inspect
// other processes. (docs/semantics.md, case 51)
#include <deepyield/engine/native.hpp>
#include <deepyield/generator.hpp>

#include <sys/prctl.h>
#include <unistd.h>

#include <array>
#include <cstddef>
#include <cstdio>
#include <string>

using generator = deepyield::generator<std::string, void, void, deepyield::engine::native>;
using yielder = deepyield::yielder<std::string, void, deepyield::engine::native>;

// These names are looked for in what is printed. So they are not mangled, not inlined, and not the
// same code, which a linker may fold.
extern "C" {

__attribute__((noinline)) void first_body_function(const std::string& command,
                                                   std::string& printed) {
  std::FILE* const output = popen(command.c_str(), "r");
  std::array<char, 4096> line;
  while (std::fgets(line.data(), static_cast<int>(line.size()), output)) printed += line.data();
  pclose(output);
}

__attribute__((noinline)) void second_inner_consumer(generator& g, std::string& printed) {
  printed = *g.next();
}

__attribute__((noinline)) void third_outer_consumer(generator& g, std::string& printed) {
  printed = *g.next() + '\n';
}
}

int main(int argc, char** argv) {
  prctl(PR_SET_PTRACER, PR_SET_PTRACER_ANY, 0, 0, 0);
  std::string command;
  for (int i = 1; i < argc; ++i) command += std::string("'") + argv[i] + "' ";
  command += std::to_string(getpid()) + " 2>&1";

  generator outer = [&](yielder& yield) {
    generator inner = [&](yielder& inner_yield) {
      std::string printed;
      first_body_function(command, printed);
      inner_yield(std::move(printed));
    };
    std::string printed;
    second_inner_consumer(inner, printed);
    yield(std::move(printed));
  };
  std::string printed;
  third_outer_consumer(outer, printed);
  std::fputs(printed.c_str(), stdout);

  std::size_t at = printed.find("first_body_function");
  if (at == std::string::npos) return 77;
  for (const char* next : {"second_inner_consumer", "third_outer_consumer", "main"}) {
    at = printed.find(next, at);
    if (at == std::string::npos) {
      std::printf("\nno %s there\n", next);
      return 1;
    }
  }
  return 0;
}
