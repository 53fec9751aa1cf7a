// ambient: finds a body's yielder in callbacks that get no pointer from their caller (nftw, qsort).
//
//   static int visit(const char* path, const struct stat*, int, FTW*) {
//     auto& yield = deepyield::ambient<std::string>::current();
//     return yield.guard([&] { yield(path); }) ? 0 : 1;
//   }
//
//   deepyield::generator<std::string> files = [](deepyield::yielder<std::string>& yield) {
//     deepyield::ambient<std::string> scope(yield);
//     nftw("/etc", visit, 16, FTW_PHYS);
//     yield.rethrow_pending();
//   };
#pragma once

#include <deepyield/errors.hpp>
#include <deepyield/generator/frame.hpp>
#include <deepyield/yielder.hpp>

#include <boost/context/stack_context.hpp>

namespace deepyield {
inline namespace v2 {
namespace detail {

/// One entry of a table that is searched by stack. A table by thread would not do: what a thread
/// runs changes with every switch, what runs on a stack does not.
class ambient_scope {
 public:
  ambient_scope(const ambient_scope&) = delete;
  ambient_scope& operator=(const ambient_scope&) = delete;

 protected:
  DEEPYIELD_EXPORT ambient_scope(const char* type, void* yielder,
                                 const boost::context::stack_context& stack);
  DEEPYIELD_EXPORT ~ambient_scope();

  /// The innermost yielder of that type on the caller's stack; nullptr for none.
  DEEPYIELD_EXPORT static void* find(const char* type) noexcept;

 private:
  const char* type_;  // its name: addresses differ between shared libraries
  void* yielder_;
  const char* top_;  // the stack's
  std::size_t size_;
  ambient_scope* outer_ = nullptr;  // the one before on the same stack
};

}  // namespace detail

/// While it lives, `current()` finds its yielder in every function that is called on the body's
/// stack; if there are several of one type, the innermost. Make it a local variable of the body.
/// Such generators may interleave on a thread and move between threads. The body of another
/// generator runs on a stack of its own, and does not find it.
///
///   ambient<int> scope(yield);
///   std::qsort(values, 3, sizeof(int), compare_and_yield);
template <class Yield, class Send = void, class Engine = default_engine>
class ambient : private detail::ambient_scope {
 public:
  /// Throws std::bad_alloc.
  explicit ambient(yielder<Yield, Send, Engine>& yield)
      : ambient_scope(detail::name_of<ambient>(), &yield, yield.stack()) {}

  /// The yielder of this stack's ambient. Throws no_ambient, a generator_error, if there is none.
  /// Takes a few nanoseconds where this thread found the same one before; else a lock and a search.
  ///
  ///   auto& found = ambient<int>::current();
  ///   bool go_on = found.guard([&] { found(std::stoi(text)); });
  static yielder<Yield, Send, Engine>& current() {
    void* const found = find(detail::name_of<ambient>());
    if (!found) throw no_ambient();
    return *static_cast<yielder<Yield, Send, Engine>*>(found);
  }
};

}  // namespace v2
}  // namespace deepyield
