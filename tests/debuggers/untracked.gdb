# Without the registry: what to do for it, and a generator that is at hand.
unset environment DEEPYIELD_DEBUG
break stop_here
go
info generators
#> No generators: none is tracked: run the program with DEEPYIELD_DEBUG=track in its environment
frame-of one_of_each_kind
generator tree bt
#> walk \(n=.* at .*program.cpp:@walk yields@
generator summed bt
#> program.cpp:@sum waits@
try generator closed bt
#> closed is a default-constructed or moved-from generator
try generator root bt
#> this is no generator, but
