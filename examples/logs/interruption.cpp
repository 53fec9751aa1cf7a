#include "interruption.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <system_error>

namespace logs {
namespace {

volatile std::sig_atomic_t requested = 0;
int pipe_ends[2];  // a byte in the pipe ends a poll(), also one that has not begun yet

void request(int) {
  const int error = errno;
  requested = 1;
  static_cast<void>(!write(pipe_ends[1], "", 1));
  errno = error;
}

void handle(int signal, void (*handler)(int)) {
  struct sigaction action{};
  sigaction(signal, nullptr, &action);
  if (action.sa_handler == SIG_IGN) return;
  action.sa_handler = handler;
  action.sa_flags = 0;
  sigaction(signal, &action, nullptr);
}

}  // namespace

interruption::interruption() {
  if (pipe(pipe_ends) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
  for (const int end : pipe_ends) {
    fcntl(end, F_SETFD, FD_CLOEXEC);
    fcntl(end, F_SETFL, O_NONBLOCK);
  }
  handle(SIGINT, request);
  handle(SIGTERM, request);
}

interruption::~interruption() {
  handle(SIGINT, SIG_DFL);
  handle(SIGTERM, SIG_DFL);
  close(pipe_ends[0]);
  close(pipe_ends[1]);
}

bool interruption::is_requested() const noexcept { return requested != 0; }

int interruption::descriptor() const noexcept { return pipe_ends[0]; }

}  // namespace logs
