// die_in_child() by fork.
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <exception>

template <class Function>
death die_in_child(Function function) {
  int ends[2];
  if (pipe(ends) != 0) std::perror("pipe"), std::exit(2);
  std::fflush(nullptr);
  const pid_t child = fork();
  if (child == 0) {
    dup2(ends[1], STDERR_FILENO);
    // Boost.Test's handlers would turn death into a failed test
    for (int signal : {SIGABRT, SIGSEGV}) std::signal(signal, SIG_DFL);
    std::set_terminate([] { std::abort(); });
    function();
    _exit(0);
  }
  close(ends[1]);
  death result{false, 0, -1, ""};
  char buffer[4096];
  for (ssize_t got; (got = read(ends[0], buffer, sizeof buffer)) > 0;)
    result.message.append(buffer, static_cast<std::size_t>(got));
  close(ends[0]);
  const std::size_t emulators = result.message.find("qemu: uncaught target signal");
  if (emulators != std::string::npos) result.message.erase(emulators);
  int status = 0;
  waitpid(child, &status, 0);
  result.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  result.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  result.aborted = result.signal == SIGABRT;
  return result;
}
