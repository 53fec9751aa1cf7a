# `info generators`: state, body, and where each is suspended or which thread runs it.
break stop_here
go
info generators
#> Num  Address +State +Stack +Body
#> 1 +0x[0-9a-f]+ +suspended +[0-9]+ of [0-9]+ +.*in_order.*, at [^ ]*program.cpp:@walk yields@
#> 2 .* suspended .*count_from.*, at [^ ]*program.cpp:@count_from yields@
#> 3 .* created .*nothing_yet
#> 4 .* delegates .*delegates.*, in yield.from of 5, at [^ ]*program.cpp:
#> 5 .* suspended .*count_from.*, at [^ ]*program.cpp:@count_from yields@
#> 6 .* suspended .*words.*context.*, at [^ ]*program.cpp:@words yields@
#> 7 .* suspended .*words.*coroutine2.*, at [^ ]*program.cpp:@words yields@
#> 8 .* suspended .*sum.*, at [^ ]*program.cpp:@sum waits@
#> 9 .* suspended .*count_from
#> 10 .* suspended .*count_from
#> 11 .* running .*one_of_each_kind.*, on thread 1
