# A core file, written by the system, of a program with 1,000 generators.
#arguments: many
#core
info generators
#> 1 .* suspended .*count_from.*, at [^ ]*program.cpp:@count_from yields@
#> 1000 .* suspended .*count_from.*, at [^ ]*program.cpp:@count_from yields@
generator 1000 bt
#> #[0-9]+ .*program.cpp:@count_from yields@
