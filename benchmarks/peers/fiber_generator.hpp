// The minimal generator around a Boost.Context fiber. Only the stack is allocated, elements are
// passed by address, and a body that ends returns without an exception. Not movable, so that each
// side finds the other's fiber.
#pragma once

#include <boost/context/fiber.hpp>

#include <iterator>
#include <memory>
#include <type_traits>
#include <utility>

namespace peers {

template <class Yield>
class fiber_generator {
 public:
  using element = const std::remove_reference_t<Yield>;

  class yielder {
   public:
    void operator()(element& yielded) {
      element_ = std::addressof(yielded);
      consumer_ = std::move(consumer_).resume();
    }

   private:
    friend fiber_generator;
    element* element_ = nullptr;
    boost::context::fiber consumer_;
  };

  template <class StackAllocator, class Body>
  fiber_generator(StackAllocator&& allocator, Body body)
      : body_(std::allocator_arg, std::forward<StackAllocator>(allocator),
              [this, body = std::move(body)](boost::context::fiber&& consumer) mutable {
                yielder_.consumer_ = std::move(consumer);
                body(yielder_);
                return std::move(yielder_.consumer_);
              }) {}
  fiber_generator(const fiber_generator&) = delete;

  class iterator {
   public:
    element& operator*() const noexcept { return *generator_->yielder_.element_; }
    iterator& operator++() {
      generator_->resume();
      return *this;
    }
    bool operator==(std::default_sentinel_t) const noexcept { return !generator_->body_; }

   private:
    friend fiber_generator;
    explicit iterator(fiber_generator* generator) noexcept : generator_(generator) {}
    fiber_generator* generator_;
  };

  iterator begin() {
    resume();
    return iterator(this);
  }
  std::default_sentinel_t end() const noexcept { return {}; }

 private:
  void resume() { body_ = std::move(body_).resume(); }

  yielder yielder_;
  boost::context::fiber body_;
};

}  // namespace peers
