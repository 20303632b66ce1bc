"""What a class asked, understood and mixed up, in numbers that tell nothing of fewer than five pupils.

`report_of(material, …)` gives the numbers, `board_of` the questions as they come in; both are pure functions of rows.
"""
