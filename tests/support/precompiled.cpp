// Empty: this source only exists so that CMake compiles its precompiled headers.
