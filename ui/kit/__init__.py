"""The pieces every page is made of, each once; imports nothing by itself so that the unlock window starts fast.

theme      tokens, ``color(name)``, ``font(size, weight)``, ``apply_theme(app, dark)``; style.py writes the style sheet
icons      ``icon(name, tone)``, ``pixmap(...)``, ``IconLabel(name, tone, size, meaning)`` (resources/icons)
labels     ``label(text, look, tone=, wrap=)``, ``ElidedLabel``, ``hairline()``
buttons    ``button(text, icon, slot, kind)``, ``icon_button(icon, meaning, slot)``
layouts    ``row(...)``, ``column(...)``, ``holder(layout)``, ``clear(layout)``, ``Scroll``
tag        ``Tag(text, tone, icon)``; ``TagText`` is the same for a cell of a table
card       ``Card(title, accent=)`` with ``body``, ``top``, ``add``, ``clear``
rows       ``ActionRow`` (Vandaag), ``PersonRow``, ``PlainRow``, ``Rows`` with hairlines between
chips      ``Chips(options, many=, kind=)`` choose one or several
table      ``Table(columns, empty=)`` on frozen lines; ``Column(title, text=, ...)``
timeline   ``Timeline`` of ``TimelineItem``; steps: ``StepList`` of ``Step`` (ladder, chain)
finding    ``FindingCard(finding)``, ``Notice(tone, title, text)``
empty      ``EmptyState(icon, title, text, button)``
form       ``Form``; fields: ``TextField AreaField DateField TimeField ChoiceField CheckField PersonField`` and more
dialogs    ``Dialogs.ask/choose_file/save_file/open(sheet)``; sheet: ``Sheet(title)``
messages   ``Messages.info/warning/error``
pdf_view   ``PdfView().set_pdf(bytes)``
page       ``Page`` and ``Picture``; header: ``Header``; desk: ``Desk``; jobs: ``Jobs``; changes: ``Changes``
"""
