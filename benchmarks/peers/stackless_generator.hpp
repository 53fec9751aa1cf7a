// A C++20 stackless generator, for standard libraries without std::generator, after P2502's
// reference implementation. It is a fair peer: its frame is one allocation; delegation by `co_yield
// elements_of(inner)` is a symmetric transfer; the outermost promise points to the innermost
// suspended coroutine, which the consumer resumes directly, so that an element costs the same at
// any depth.
#pragma once

#include <coroutine>
#include <cstddef>
#include <exception>
#include <iterator>
#include <memory>
#include <type_traits>
#include <utility>

namespace peers {

template <class Generator>
struct elements_of {
  explicit elements_of(Generator&& inner) : inner(std::move(inner)) {}
  Generator inner;
};

template <class Yield>
class stackless_generator {
 public:
  using reference = std::conditional_t<std::is_reference_v<Yield>, Yield, Yield&&>;
  using element = std::remove_reference_t<reference>;

  class promise_type;
  using handle = std::coroutine_handle<promise_type>;

  class promise_type {
   public:
    stackless_generator get_return_object() noexcept {
      return stackless_generator(handle::from_promise(*this));
    }
    std::suspend_always initial_suspend() const noexcept { return {}; }
    void return_void() const noexcept {}
    void unhandled_exception() {
      if (!parent_) throw;
      *failure_ = std::current_exception();
    }

    std::suspend_always yield_value(reference yielded) noexcept {
      root_->element_ = std::addressof(yielded);
      return {};
    }

    // If the reference type is an rvalue reference and an lvalue is yielded, the consumer gets a
    // copy, which lives in the yield expression.
    struct copy_awaiter : std::suspend_always {
      copy_awaiter(const element& original, element*& place) : copy(original) {
        place = std::addressof(copy);
      }
      copy_awaiter(const copy_awaiter&) = delete;
      std::remove_const_t<element> copy;
    };
    copy_awaiter yield_value(
        const element& yielded) requires std::is_rvalue_reference_v<reference> {
      return copy_awaiter(yielded, root_->element_);
    }

    // Transfers control to the inner coroutine; `final_awaiter` transfers it back.
    struct delegation {
      bool await_ready() const noexcept { return !inner.coroutine_; }
      handle await_suspend(handle outer) noexcept {
        promise_type& child = inner.coroutine_.promise();
        child.root_ = outer.promise().root_;
        child.parent_ = outer;
        child.failure_ = &failure;
        child.root_->leaf_ = inner.coroutine_;
        return inner.coroutine_;
      }
      void await_resume() const {
        if (failure) std::rethrow_exception(failure);
      }
      stackless_generator inner;
      std::exception_ptr failure;
    };
    delegation yield_value(elements_of<stackless_generator>&& elements) noexcept {
      return {std::move(elements.inner), nullptr};
    }

    struct final_awaiter {
      bool await_ready() const noexcept { return false; }
      std::coroutine_handle<> await_suspend(handle ended) const noexcept {
        const promise_type& promise = ended.promise();
        if (!promise.parent_) return std::noop_coroutine();
        promise.root_->leaf_ = promise.parent_;
        return promise.parent_;
      }
      void await_resume() const noexcept {}
    };
    final_awaiter final_suspend() const noexcept { return {}; }

    void await_transform() = delete;

   private:
    friend stackless_generator;

    promise_type* root_ = this;
    handle leaf_ = handle::from_promise(*this);  // in the root: the coroutine to resume
    element* element_ = nullptr;                 // in the root: the yielded element
    handle parent_;
    std::exception_ptr* failure_ = nullptr;
  };

  class iterator {
   public:
    using value_type = std::remove_cvref_t<Yield>;
    using difference_type = std::ptrdiff_t;

    reference operator*() const noexcept {
      return static_cast<reference>(*coroutine_.promise().element_);
    }
    iterator& operator++() {
      coroutine_.promise().leaf_.resume();
      return *this;
    }
    void operator++(int) { ++*this; }
    bool operator==(std::default_sentinel_t) const noexcept { return coroutine_.done(); }

   private:
    friend stackless_generator;
    explicit iterator(handle coroutine) noexcept : coroutine_(coroutine) {}
    handle coroutine_;
  };

  stackless_generator(stackless_generator&& other) noexcept
      : coroutine_(std::exchange(other.coroutine_, nullptr)) {}
  ~stackless_generator() {
    if (coroutine_) coroutine_.destroy();
  }

  iterator begin() {
    coroutine_.resume();
    return iterator(coroutine_);
  }
  std::default_sentinel_t end() const noexcept { return {}; }

 private:
  explicit stackless_generator(handle coroutine) noexcept : coroutine_(coroutine) {}
  handle coroutine_;
};

}  // namespace peers
