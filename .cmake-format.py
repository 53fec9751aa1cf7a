line_width = 100
disabled_codes = ["C0103", "C0111", "C0113", "E1120"]
