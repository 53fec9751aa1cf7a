// die_in_child() without fork: the child is this program, told which test to run up to which call.
#pragma once

#include <boost/test/unit_test.hpp>

#include <windows.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <iterator>
#include <string>

namespace death_details {

constexpr int status_of_abort = 99;
constexpr int status_of_survival = 98;
constexpr const char* variable = "DEEPYIELD_TEST_DIES_IN_CALL";

/// Which call of die_in_child() in the current test this is, from 0.
inline int number_of_call() {
  static std::string test;
  static int calls = 0;
  const std::string current = boost::unit_test::framework::current_test_case().full_name();
  if (current != test) {
    test = current;
    calls = 0;
  }
  return calls++;
}

inline void prepare_to_die() {
  // no debugger, no message
  SetUnhandledExceptionFilter([](EXCEPTION_POINTERS* raised) -> LONG {
    TerminateProcess(GetCurrentProcess(), raised->ExceptionRecord->ExceptionCode);
    return EXCEPTION_EXECUTE_HANDLER;
  });
  std::signal(SIGABRT, [](int) { _exit(status_of_abort); });
  std::set_terminate([] { std::abort(); });
}

/// Runs this program again, with that test alone. Returns its exit code.
inline DWORD run_again(int call, std::string& on_stderr) {
  char program[MAX_PATH];
  GetModuleFileNameA(nullptr, program, MAX_PATH);
  std::string command = std::string("\"") + program + "\" \"--run_test=" +
                        std::string(boost::unit_test::framework::current_test_case().full_name()) +
                        "\" --catch_system_errors=no --log_level=nothing --report_level=no";
  SECURITY_ATTRIBUTES inherited{sizeof(SECURITY_ATTRIBUTES), nullptr, TRUE};
  HANDLE read_end = nullptr, write_end = nullptr;
  CreatePipe(&read_end, &write_end, &inherited, 0);
  SetHandleInformation(read_end, HANDLE_FLAG_INHERIT, 0);
  STARTUPINFOA startup{};
  startup.cb = sizeof startup;
  startup.dwFlags = STARTF_USESTDHANDLES;
  startup.hStdError = write_end;
  PROCESS_INFORMATION child{};
  SetEnvironmentVariableA(variable, std::to_string(call).c_str());
  const bool started = CreateProcessA(nullptr, &command[0], nullptr, nullptr, TRUE, 0, nullptr,
                                      nullptr, &startup, &child) != 0;
  SetEnvironmentVariableA(variable, nullptr);
  CloseHandle(write_end);
  if (!started) std::perror("CreateProcess"), std::exit(2);
  char buffer[4096];
  for (DWORD got; ReadFile(read_end, buffer, sizeof buffer, &got, nullptr) && got > 0;)
    std::copy_if(buffer, buffer + got, std::back_inserter(on_stderr),
                 [](char c) { return c != '\r'; });
  CloseHandle(read_end);
  WaitForSingleObject(child.hProcess, INFINITE);
  DWORD code = 0;
  GetExitCodeProcess(child.hProcess, &code);
  CloseHandle(child.hThread);
  CloseHandle(child.hProcess);
  return code;
}

}  // namespace death_details

template <class Function>
death die_in_child(Function function) {
  using namespace death_details;
  const int call = number_of_call();
  death result{false, 0, -1, ""};
  if (const char* const wanted = std::getenv(variable)) {
    if (std::atoi(wanted) != call) return result;
    prepare_to_die();
    function();
    std::fflush(nullptr);
    _exit(status_of_survival);
  }
  const DWORD code = run_again(call, result.message);
  result.aborted = code == status_of_abort;
  if (result.aborted)
    result.signal = SIGABRT;
  else if (code == status_of_survival)
    result.status = 0;
  else if (code >= 0x80000000)  // a structured exception
    result.signal = SIGSEGV;
  else if (code == 0)  // Wine was killed: a stack that overflows has no room for the exception
    result.signal = SIGSEGV;
  else
    result.status = static_cast<int>(code);
  return result;
}
