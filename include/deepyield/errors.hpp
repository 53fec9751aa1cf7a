// The exceptions that the library throws, and the handler for those that nobody can catch.
//
//   try { use(next(g)); } catch (const deepyield::stop_iteration&) { /* g has ended */ }
#pragma once

#include <deepyield/config.hpp>

#include <exception>
#include <stdexcept>
#include <string>

namespace deepyield {
inline namespace v2 {

/// Raised at a suspended yield expression when its generator is closed or destroyed (Python:
/// GeneratorExit). Not a std::exception, so that `catch (const std::exception&)` in a body does not
/// swallow it. Let it pass, or rethrow it. If a program ends with "terminate called after throwing
/// an instance of 'deepyield::v2::generator_exit'", there is a noexcept function between the body
/// and its yield: yield within yielder::guard() there.
class BOOST_SYMBOL_VISIBLE generator_exit {};

/// The base of every error that the library itself reports.
class BOOST_SYMBOL_VISIBLE generator_error : public std::exception {
 public:
  const char* what() const noexcept override { return message_; }

 protected:
  /// `message` is kept by its address: a string literal, so that throwing allocates nothing more.
  explicit generator_error(const char* message) noexcept : message_(message) {}

 private:
  const char* message_;
};

/// Thrown by `next(g)` when the generator has no further element (Python: StopIteration).
class BOOST_SYMBOL_VISIBLE stop_iteration : public generator_error {
 public:
  stop_iteration() noexcept : generator_error("deepyield: the generator has no further element") {}
};

/// A stop_iteration escaped a body, where it would have looked like an ordinary end (PEP 479).
/// The original is nested in it: `std::rethrow_if_nested`.
class BOOST_SYMBOL_VISIBLE generator_raised_stop_iteration : public generator_error {
 public:
  generator_raised_stop_iteration() noexcept
      : generator_error(
            "deepyield: a stop_iteration escaped a generator's body; catch it there, or test "
            "next() for nullptr") {}
};

/// A generator was resumed or closed while its body runs: from within that body, or by another
/// thread.
class BOOST_SYMBOL_VISIBLE already_executing : public generator_error {
 public:
  already_executing() noexcept
      : generator_error(
            "deepyield: the generator is already executing; its own body, or another thread, "
            "resumed it") {}
};

/// From `send()`: the body has not reached a yield that could receive something. The generator is
/// unchanged; call next() first.
class BOOST_SYMBOL_VISIBLE cannot_send_before_start : public generator_error {
 public:
  cannot_send_before_start() noexcept
      : generator_error(
            "deepyield: nothing can be sent to a generator that has not been started; call next() "
            "first") {}
};

/// From `close()`: the body caught generator_exit and yielded again. The generator is still
/// suspended.
class BOOST_SYMBOL_VISIBLE generator_ignored_exit : public generator_error {
 public:
  generator_ignored_exit() noexcept
      : generator_error(
            "deepyield: the generator ignored its exit: it caught generator_exit and yielded; "
            "rethrow it in catch (...)") {}
};

/// From `result()`: the body has not returned. It was not started, is suspended, failed, or was
/// closed.
class BOOST_SYMBOL_VISIBLE no_result : public generator_error {
 public:
  no_result() noexcept
      : generator_error("deepyield: the generator has no result: its body has not returned") {}
};

/// From `ambient::current()`: no scope of that type is open on the stack that it is called on.
class BOOST_SYMBOL_VISIBLE no_ambient : public generator_error {
 public:
  no_ambient() noexcept
      : generator_error(
            "deepyield: ambient::current() was called where no ambient of that type is open; make "
            "one in the body, before the call that leads here") {}
};

/// No stack could be allocated for a body. Says which limit was hit, its value, and what to raise.
class BOOST_SYMBOL_VISIBLE stack_error : public generator_error {
 public:
  explicit stack_error(const std::string& message)
      : generator_error(nullptr), text_("deepyield: " + message) {}
  const char* what() const noexcept override { return text_.what(); }

 private:
  std::runtime_error text_;  // copies of it cannot throw
};

/// Receives an exception that would have left a generator's destructor. It must not throw. (Its
/// type does not say noexcept: that is part of mangled names in C++17 but not in C++14, and a
/// program that mixes both would not link.)
using unraisable_handler = void (*)(std::exception_ptr);

/// Sets the handler for exceptions that leave a body while its generator is being destroyed, and
/// returns the one before. Null restores the default: one line on stderr. Applies to all threads,
/// and may be called from any. (Python: sys.unraisablehook)
///
///   deepyield::set_unraisable_handler([](std::exception_ptr) { ++failed_cleanups; });
DEEPYIELD_EXPORT unraisable_handler set_unraisable_handler(unraisable_handler handler) noexcept;

namespace detail {

/// Hands the exception to the unraisable handler.
DEEPYIELD_EXPORT void report_unraisable(std::exception_ptr error) noexcept;

/// Writes "deepyield: " and the message on stderr, and calls std::terminate.
[[noreturn]] DEEPYIELD_EXPORT void die(const char* message) noexcept;
/// For a body that switches back after its generator was destroyed.
[[noreturn]] DEEPYIELD_EXPORT void die_destroyed_while_running() noexcept;

/// Whether exit() is among the calling functions, so that its own callers never go on. False if
/// that cannot be found out.
DEEPYIELD_EXPORT bool called_from_exit() noexcept;

}  // namespace detail
}  // namespace v2
}  // namespace deepyield
