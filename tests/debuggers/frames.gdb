# `generator N bt` and `generator N frame`, of suspended bodies on each engine and of a running one.
break stop_here
go
generator 1 bt
#> #[0-9]+ .*walk \(n=.* at .*program.cpp:@walk yields@
#> #[0-9]+ .*walk \(n=.* at .*program.cpp:
#> #[0-9]+ .*in_order|#[0-9]+ .*operator\(\)
generator 6 bt
#> #[0-9]+ .* at .*program.cpp:@words yields@
generator 7 bt
#> #[0-9]+ .* at .*program.cpp:@words yields@
generator 11 bt
#> #0 .*stop_here
#> one_of_each_kind
#> main
try generator 3 bt
#> this generator has no frames, since it is created .*nothing_yet
try generator 12 bt
#> there is no generator 12: `info generators` lists 1 to 11
generator 1 frame
generator 1 frame 6
#> walk \(n=
try print n->value
#> = 1|optimized out
generator off
backtrace 1
#> #0 .*stop_here
# So does running the program.
generator 1 frame
stepi
backtrace
#> one_of_each_kind
#> main
