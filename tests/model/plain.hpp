// The model: an interpreter of generators as PEP 255, 342, 380 and 479 describe them. A suspended
// one is a list of frames. A delegating one passes each call on, level by level.
#pragma once

#include "script.hpp"

#include <deepyield/generator.hpp>

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace model {

struct outcome {
  enum { yielded, ended, raised } how;
  int value;  // the element; the code
};

class plain_generator;

struct plain_world {
  record notes;
  std::unique_ptr<plain_generator> in_slot[slots];
};

class plain_generator {
 public:
  using state_type = deepyield::generator_state;

  plain_generator(plain_world& world, std::shared_ptr<const block> body)
      : world_(&world), body_(std::move(body)) {}

  state_type state() const { return state_; }
  bool has_result() const { return has_result_; }
  int result() const { return result_; }

  outcome next() { return resume({no_code, nullptr}); }

  outcome send(int value) {
    if (state_ == state_type::created) return {outcome::raised, cannot_send_code};
    return resume({no_code, &value});
  }

  outcome throw_in(int code) {
    if (state_ == state_type::created) {
      state_ = state_type::closed;
      return {outcome::raised, escaping(code)};
    }
    if (state_ == state_type::closed) return {outcome::raised, code};
    return resume({code, nullptr});
  }

  // Returns what came out, or no_code.
  int close() {
    if (state_ == state_type::created) state_ = state_type::closed;
    if (state_ != state_type::suspended) return no_code;
    const outcome o = resume({exit_code, nullptr});
    if (o.how == outcome::yielded) return ignored_exit_code;
    return o.how == outcome::raised && o.value != exit_code ? o.value : static_cast<int>(no_code);
  }

  void destroy() {
    if (state_ == state_type::created) state_ = state_type::closed;
    while (state_ == state_type::suspended) {
      const outcome o = resume({exit_code, nullptr});
      if (o.how == outcome::raised && o.value != exit_code)
        world_->notes.add(record::unraisable, o.value);
    }
  }

 private:
  struct told {
    int raise;
    const int* sent;
  };

  enum class place {
    in_block,
    in_attempt,
    in_handler,
    in_guard,
    in_callback,
    taking,
    delegating,
    iterating,
    quietly
  };

  struct frame {
    place where;
    const statement* of;  // null for the body itself
    const block* code;
    std::size_t at;
    int number;  // in_handler: the exception; taking: how many elements are left to take
    std::unique_ptr<plain_generator> child;
    bool temporary;
  };

  static int escaping(int code) {
    return code == stop_code ? static_cast<int>(raised_stop_code) : code;
  }

  outcome resume(told what) {
    if (state_ == state_type::running) return {outcome::raised, executing_code};
    if (state_ == state_type::closed) return {outcome::ended, 0};
    const bool first = state_ == state_type::created;
    state_ = state_type::running;
    if (first) push(place::in_block, nullptr, body_.get());
    const outcome o = run(first, what);
    state_ = o.how == outcome::yielded ? state_type::suspended : state_type::closed;
    return o.how == outcome::raised ? outcome{outcome::raised, escaping(o.value)} : o;
  }

  frame& push(place where, const statement* of, const block* code, int number = 0) {
    stack_.push_back({where, of, code, 0, number, nullptr, false});
    return stack_.back();
  }

  void leave() {
    frame left = std::move(stack_.back());
    stack_.pop_back();
    if (left.child) left.child->destroy();
    if (left.where == place::in_guard) world_->notes.add(record::left, left.of->number);
  }

  // Unwinds the frames; returns whether one of them catches the exception.
  bool unwind(int code) {
    while (!stack_.empty()) {
      const place where = stack_.back().where;
      const statement* const of = stack_.back().of;
      if (where == place::in_callback) {
        hold_back(code);
        stack_.back().at = stack_.back().code->size();
        return true;
      }
      leave();
      if (where == place::in_attempt && is_caught(code, of->caught)) {
        world_->notes.add(record::caught, code);
        push(place::in_handler, of, of->handler.get(), code);
        return true;
      }
    }
    return false;
  }

  // Keeps the first of several exceptions.
  void hold_back(int code) {
    if (held_ == no_code) held_ = code;
  }

  // The exception that try_yield or guard holds back; it is raised at the next yield or delegation.
  int held_back() { return std::exchange(held_, static_cast<int>(no_code)); }

  outcome give_back(int value) {
    while (!stack_.empty()) leave();
    const int held = held_back();
    if (held != no_code) return {outcome::raised, held};
    has_result_ = true;
    result_ = value;
    return {outcome::ended, 0};
  }

  // Passes a call on to the child of a delegation (PEP 380).
  outcome hand_on(plain_generator& child, told what) {
    if (what.raise == exit_code) {
      const int failed = child.close();
      return {outcome::raised, failed == no_code ? static_cast<int>(exit_code) : failed};
    }
    if (what.raise != no_code) return child.throw_in(what.raise);
    return what.sent ? child.send(*what.sent) : child.next();
  }

  outcome run(bool first, told what) {
    int raised = no_code;
    bool yielding = false;
    int element = 0;
    const auto of_child = [&](const outcome& o) {
      frame& f = stack_.back();
      if (o.how == outcome::yielded) {
        yielding = true;
        element = o.value;
      } else if (o.how == outcome::raised || !f.child->has_result()) {
        raised = o.how == outcome::raised ? o.value : static_cast<int>(no_result_code);
      } else {
        world_->notes.add(record::result, f.child->result());
        if (!f.temporary) world_->notes.add(record::state, static_cast<int>(f.child->state()));
        leave();
      }
    };
    const auto receive = [&] {
      if (what.raise != no_code)
        raised = what.raise;
      else if (what.sent)
        world_->notes.add(record::received, *what.sent);
      else
        world_->notes.add(record::nothing_sent);
    };
    if (!first) {
      if (stack_.back().where == place::delegating)
        of_child(hand_on(*stack_.back().child, what));
      else if (stack_.back().where == place::quietly && what.raise != no_code)
        held_ = what.raise;
      else
        receive();
    }
    for (;;) {
      if (yielding) return {outcome::yielded, element};
      if (raised != no_code) {
        if (!unwind(raised)) {
          held_back();
          return {outcome::raised, raised};
        }
        raised = no_code;
      }
      if (stack_.empty()) return give_back(0);
      frame& f = stack_.back();
      if (f.where == place::taking) {
        if (f.number-- > 0) {
          const outcome o = f.child->next();
          if (o.how == outcome::raised)
            raised = o.value;
          else
            world_->notes.add(o.how == outcome::yielded ? record::taken : record::end, o.value);
        } else if ((raised = held_back()) == no_code) {
          f.where = place::delegating;
          of_child(f.child->state() == state_type::closed ? outcome{outcome::ended, 0}
                                                          : f.child->next());
        }
        continue;
      }
      if (f.where == place::iterating) {
        const outcome o = f.child->next();
        if (o.how == outcome::yielded && (raised = held_back()) == no_code) return o;
        if (o.how == outcome::yielded) continue;
        if (o.how == outcome::raised)
          raised = o.value;
        else
          leave();
        continue;
      }
      if (f.where == place::quietly) {
        if (held_ == no_code && f.number <= f.of->number % 3)
          return {outcome::yielded, f.of->number + f.number++};
        if (f.of->number % 2 == 0) raised = held_back();
        leave();
        continue;
      }
      if (f.at == f.code->size()) {
        const bool asks = f.where == place::in_callback && f.of->number % 2 == 0;
        leave();
        if (asks) raised = held_back();
        continue;
      }
      const statement& s = (*f.code)[f.at++];
      switch (s.what) {
        case action::yield:
          if ((raised = held_back()) == no_code) return {outcome::yielded, s.number};
          break;
        case action::quietly: push(place::quietly, &s, nullptr); break;
        case action::raise: raised = s.number; break;
        case action::give_back: return give_back(s.number);
        case action::delegate: {
          frame& scope = push(place::taking, &s, nullptr, 0);
          scope.child = std::make_unique<plain_generator>(*world_, s.inner);
          scope.temporary = true;
          break;
        }
        case action::keep:
          push(place::taking, &s, nullptr, s.number).child =
              std::make_unique<plain_generator>(*world_, s.inner);
          break;
        case action::iterate:
          push(place::iterating, &s, nullptr).child =
              std::make_unique<plain_generator>(*world_, s.inner);
          break;
        case action::attempt: push(place::in_attempt, &s, s.inner.get()); break;
        case action::guard: push(place::in_guard, &s, s.inner.get()); break;
        case action::callback:
          if (held_ == no_code)
            push(place::in_callback, &s, s.inner.get());
          else if (s.number % 2 == 0)
            raised = held_back();
          break;
        case action::rethrow:
          for (std::size_t level = stack_.size(); raised == no_code; --level)
            if (stack_[level - 1].where == place::in_handler) raised = stack_[level - 1].number;
          break;
        case action::poke: {
          plain_generator* const other = world_->in_slot[s.number].get();
          const outcome o = other ? other->next() : outcome{outcome::ended, 0};
          world_->notes.add(record::poked, static_cast<int>(o.how));
          world_->notes.add(record::poked, o.value);
          break;
        }
      }
    }
  }

  plain_world* world_;
  std::shared_ptr<const block> body_;
  std::vector<frame> stack_;
  state_type state_ = state_type::created;
  bool has_result_ = false;
  int result_ = 0;
  int held_ = no_code;
};

}  // namespace model
