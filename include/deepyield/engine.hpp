// The engines: the ways to switch between a consumer's stack and a body's. All that is specific to a processor or platform is below this line.
//
//   deepyield::generator<int, void, void, deepyield::engine::coroutine2> g = ...;
//
// An engine is a class; one object of it lives at the top of each body's stack, in the coroutine's control block. It switches and nothing
// else: no types, no policy, no exceptions (none may leave `entry`, nor does the engine throw any). A new one models this:
//
//   struct an_engine {
//     static constexpr const char* name() noexcept;  // for messages
//
//     an_engine();           // nothing is switched yet
//     ~an_engine();          // called on the consumer's side: before start, or after `entry` has returned. Never while suspended
//
//     // Consumer's side, once: runs entry(argument) on `stack` (Boost.Context's: sp is the top, size the bytes below it; the engine need
//     // not give it back). Returns what the body's first suspend() is given, or nullptr once entry has returned.
//     void* start(boost::context::stack_context stack, void (*entry)(void*), void* argument);
//
//     // Consumer's side, only when suspended(): goes on with the body, whose suspend() returns `payload`. Returns as start does.
//     // Any thread may call it; always inlined into the consumer, since one switch address for all consumers is always mispredicted.
//     void* resume(void* payload);
//
//     // The body's side: goes back to the consumer, whose start() or resume() returns `element` (never nullptr).
//     void* suspend(void* element);
//
//     // Whether the body waits in suspend(). Any thread may ask while another runs the body.
//     bool suspended() const noexcept;
//   };
#pragma once

#include <deepyield/engine/context.hpp>
#include <deepyield/engine/coroutine2.hpp>
#include <deepyield/engine/default_engine.hpp>
