// host PLUGIN...: loads plugins, runs each of them in turn and in another thread, and unloads them.
// Prints "ok".
#include <dlfcn.h>

#include <cstdio>
#include <thread>
#include <vector>

int main(int count, char** arguments) {
  std::vector<void*> plugins;
  std::vector<int (*)()> functions;
  for (int i = 1; i < count; ++i) {
    plugins.push_back(dlopen(arguments[i], RTLD_NOW | RTLD_LOCAL));
    if (!plugins.back()) return std::printf("%s\n", dlerror()), 1;
    functions.push_back(reinterpret_cast<int (*)()>(dlsym(plugins.back(), "run_plugin")));
  }
  for (int round = 0; round < 3; ++round)
    for (int (*run_plugin)() : functions) {
      int in_thread = 0;
      std::thread([&] { in_thread = run_plugin(); }).join();
      if (run_plugin() != 15 || in_thread != 15) return std::printf("a wrong sum\n"), 1;
    }
  for (void* plugin : plugins) dlclose(plugin);
  std::printf("ok\n");
}
