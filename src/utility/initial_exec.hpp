// DEEPYIELD_INITIAL_EXEC, for thread-local variables that are read in one instruction in a shared
// library too, where a call would be needed otherwise; and that a signal handler may read.
#pragma once

#if defined(__ELF__)
#define DEEPYIELD_INITIAL_EXEC __attribute__((tls_model("initial-exec")))
#else
#define DEEPYIELD_INITIAL_EXEC
#endif
