"""The pieces every page is made of, each once; imports nothing by itself so that the unlock window starts fast.

Look
theme      tokens, ``color(name)``, ``font(size, weight)``, ``apply_theme(app, dark)``; style, marks: the style sheet
icons      ``icon(name, tone)``, ``pixmap(...)``, ``IconLabel(name, tone, size, meaning)``; icon_files: without Qt
words      ``sentence_of(error)``, ``aloud(...)`` for who hears the screen

On a page
page       ``Page`` and ``Picture``; header: ``Header``; desk: ``Desk``
layouts    ``row(...)``, ``column(...)``, ``holder(layout)``, ``clear(layout)``, ``Scroll``; flow: ``FlowLayout``
labels     ``label(text, look, tone=, wrap=)``, ``ElidedLabel``, ``hairline()``; paragraph: ``Paragraph``
buttons    ``button(text, icon, slot, kind)``, ``icon_button(icon, meaning, slot)``
card       ``Card(title, accent=)`` with ``body``, ``top``, ``add``, ``clear``
tag        ``Tag(text, tone, icon)``; ``TagText`` is the same for a cell of a table
chips      ``Chips(options, many=, kind=)`` choose one or several
rows       ``ActionRow`` (Vandaag), ``PersonRow``, ``PlainRow``, ``Rows`` with hairlines between
cell_row   ``CellRow``, ``ClickRow``: rows that paint themselves; cells: what stands in them
timeline   ``Timeline`` of ``TimelineItem``; steps: ``StepList`` of ``Step`` (ladder, chain)
finding    ``FindingCard(finding)``, ``Notice(tone, title, text)``
empty      ``EmptyState(icon, title, text, button)``
table      ``Table(columns, empty=)`` on frozen lines; table_model: ``Column``; table_paint: its cells;
           table_export: any list as a workbook
pdf_view   ``PdfView().set_pdf(bytes)``

Typing and choosing
form       ``Form`` keeps what was typed until it is saved; form_row: ``FormRow``; wrong: points at what is wrong
fields     ``TextField AreaField ChoiceField CheckField ...``; date_fields: ``DateField TimeField`` (date_text reads
           them); person_field: ``PersonField``; chips_field: ``ChipsField``
dialogs    ``Dialogs.ask/choose_file/save_file/open(sheet)``; sheet: ``Sheet``; form_sheet: ``FormSheet``;
           questions: what the dialogs ask themselves

Beside the window
jobs       ``Jobs``: two lanes; changes: ``Changes`` by topic; messages: ``Messages.info/warning/error``
saving     the only way out for a plain PDF or workbook; printing: on paper; folders: where the system puts things
"""
