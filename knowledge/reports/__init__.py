"""What a class asked, understood and mixed up, in numbers that tell nothing of fewer than five pupils.

From `Material` (the rows of a class, see `records.class_material`) `report_of` makes the numbers and `board_of` the
questions as they come in; both are pure. In words a report is a `Sheet`: sections of rows, the same for the chat, the
page (`charts.bars_svg` draws the bars), the table (`table_of`) and the PDF (`draw_pdf`). Whoever shows other numbers
of a class goes through `suppression`.
"""
