// Runs the scripts of the model test in generators.
#pragma once

#include "plain.hpp"
#include "script.hpp"

#include <deepyield/generator.hpp>

#include <exception>
#include <memory>
#include <stdexcept>
#include <utility>

namespace model {

struct error {
  int code;
};

[[noreturn]] inline void raise(int code) {
  if (code == exit_code) throw deepyield::generator_exit();
  if (code == stop_code) throw deepyield::stop_iteration();
  throw error{code};
}

inline std::exception_ptr pointer_to(int code) {
  try {
    raise(code);
  } catch (...) {
    return std::current_exception();
  }
}

// The code of the exception that is being handled.
inline int code_in_hand() {
  try {
    throw;
  } catch (const error& e) {
    return e.code;
  } catch (const deepyield::generator_exit&) {
    return exit_code;
  } catch (const deepyield::stop_iteration&) {
    return stop_code;
  } catch (const deepyield::generator_raised_stop_iteration&) {
    return raised_stop_code;
  } catch (const deepyield::generator_ignored_exit&) {
    return ignored_exit_code;
  } catch (const deepyield::already_executing&) {
    return executing_code;
  } catch (const deepyield::cannot_send_before_start&) {
    return cannot_send_code;
  } catch (const deepyield::no_result&) {
    return no_result_code;
  }
}

inline int code_of(const std::exception_ptr& error) {
  try {
    std::rethrow_exception(error);
  } catch (...) {
    return code_in_hand();
  }
}

template <class Engine>
class real_world {
 public:
  using generator = deepyield::generator<int, int, int, Engine>;
  using yielder = deepyield::yielder<int, int, Engine>;

  record notes;
  generator in_slot[slots];

  generator make(std::shared_ptr<const block> body) {
    return [this, body = std::move(body)](yielder& yield) {
      int result = 0;
      perform(*body, yield, result);
      return result;
    };
  }

  template <class Resume>
  outcome outcome_of(Resume resume) {
    try {
      const int* const element = resume();
      return element ? outcome{outcome::yielded, *element} : outcome{outcome::ended, 0};
    } catch (...) {
      return {outcome::raised, code_in_hand()};
    }
  }

 private:
  struct on_exit {
    record& notes;
    int number;
    ~on_exit() { notes.add(record::left, number); }
  };

  void yield_and_note(yielder& yield, int element) { note_received(yield(element)); }

  void note_received(const int* sent) {
    if (sent)
      notes.add(record::received, *sent);
    else
      notes.add(record::nothing_sent);
  }

  // Returns whether it has reached a give_back.
  bool perform(const block& code, yielder& yield, int& result) {
    for (const statement& s : code)
      if (perform(s, yield, result)) return true;
    return false;
  }

  bool perform(const statement& s, yielder& yield, int& result) {
    switch (s.what) {
      case action::yield: yield_and_note(yield, s.number); return false;
      case action::raise: raise(s.number);
      case action::give_back: result = s.number; return true;
      case action::delegate: notes.add(record::result, yield.from(make(s.inner))); return false;
      case action::keep: {
        generator child = make(s.inner);
        for (int n = 0; n < s.number; ++n) {
          const int* const element = child.next();
          notes.add(element ? record::taken : record::end, element ? *element : 0);
        }
        notes.add(record::result, yield.from(child));
        notes.add(record::state, static_cast<int>(child.state()));
        return false;
      }
      case action::iterate: {
        generator child = make(s.inner);
        while (const int* const element = child.next()) yield_and_note(yield, *element);
        return false;
      }
      case action::attempt: try { return perform(*s.inner, yield, result);
        } catch (...) {
          const int code = code_in_hand();
          if (!is_caught(code, s.caught)) throw;
          notes.add(record::caught, code);
          return perform(*s.handler, yield, result);
        }
      case action::rethrow: throw;
      case action::quietly: {
        int* received = nullptr;
        for (int n = 0; n <= s.number % 3; ++n) {
          if (!yield.try_yield(s.number + n, received)) break;
          note_received(received);
        }
        if (s.number % 2 == 0) yield.rethrow_pending();
        return false;
      }
      case action::guard: {
        on_exit guard{notes, s.number};
        return perform(*s.inner, yield, result);
      }
      case action::callback: {
        bool gave_back = false;
        yield.guard([&] { gave_back = perform(*s.inner, yield, result); });
        if (!gave_back && s.number % 2 == 0) yield.rethrow_pending();
        return gave_back;
      }
      case action::poke: {
        const outcome o = outcome_of([&] { return in_slot[s.number].next(); });
        notes.add(record::poked, static_cast<int>(o.how));
        notes.add(record::poked, o.value);
        return false;
      }
    }
    return false;
  }
};

}  // namespace model
