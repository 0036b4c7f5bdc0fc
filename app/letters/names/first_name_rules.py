"""First names that are no words of every day: somebody, in small letters too."""

from __future__ import annotations

import re

from app.letters.names.form_rules import COMMON, EVERYDAY

_WORD = re.compile(r"\S+")
FIRST_NAMES = frozenset(
    _WORD.findall(
        "aaron abdel abdullah achmed adam adriaan ahmed aisha ali alicia amber amelie amina amir amira amy "
        "ana anass anna annabel annelies annemarie anouk anton antoon arjan arnold arthur ashley asia aya "
        "ayaan ayoub aziz bart bas bastiaan benjamin bente berend bernard bilal boaz bodhi boris bram brent "
        "brigitte britt bryan cara carla carlijn carmen caroline casper cato cees celine charlotte chris "
        "christiaan christine claire colin corrie daan damian danique daniel danielle danny david demi denise "
        "dennis dewi dex dick diego dilara dina dirk dominique dylan edwin eline elias elif elin elisa elise "
        "eliza ella ellen els elsa emily emine emma emre eric erik esmee esther eva evelien evi fabian faas "
        "fadi farah fatih fatima fatma feline femke fenna fien fiene filip finn fleur floor floris floortje "
        "franka frank fred frederik frits gerard gerrit gijs gina giovanni guus hamza hanna hannah hanneke "
        "hans harm hasan heleen helena hendrik henk herman hidde hilde hugo ibrahim ilias ilse imane imke "
        "inge ingrid isa isabel isabella ismail ivan ivy jaap jack jacob jacqueline jade jaimy jake jamal "
        "james jamie janneke jara jari jasmijn jason jasper jayden jaylinn jelle jeroen jesse jessica jill "
        "jim joep johan johanna johannes john jolijn joost jordy joris jorn josephine joshua judith julia "
        "julian juliette julie jurre justin kaj karel karim karin karlijn kasper katja kayleigh keano kees "
        "kevin khalid khadija kim kirsten klaas koen koos kyan lana lara lars laura lauren laurens leah lena "
        "lenn leon leonie levi liam lina linda lisa lisanne lise liv livia liz lizzy lorenzo lotte louis "
        "louise luca lucas lucy luka luna luuk lynn maaike maarten maartje mads mahmoud manon marcel marco "
        "margriet maria marijke marieke marina marit marjan marjolein marloes martijn martin mason mateo "
        "mathijs mats maud maurits max meike melanie melissa merijn merve mia michael michelle mick miguel "
        "mike mila milan milou mirjam mirthe mohamed mohammed monique morris mustafa myrthe nadia naomi "
        "nathan neda neeltje nico nicole niek niels nienke niklas nina noa noah noor noortje nora norah nova "
        "nour nynke olaf olav oliver olivia omar omer oscar otis owen pascal patrick paul petra philip pien "
        "pieter pim puck quinn rachid rachel rayan raymond rebecca remco renate renee reinier rick rik "
        "robbert robert robin roderik roel roelof ronald rowan ruben rutger ruud ryan saar salma sam samira "
        "samuel sander sandra sanne sara sarah sasha saskia sebastiaan selin sem senna serena seth sharon "
        "siem sienna silke simon simone sjoerd sjors sofia sofie sophia sophie stan stefan stella stephan "
        "stijn suus suze svenja sven tamar tara tess teun tessa theo thijmen thijn thijs thomas thor tijn "
        "tijs tim timo timothy tobias tom tristan tycho valerie vera veerle vince vincent viktor wesley "
        "wessel willem wouter xander yara yasin yasmin yasmine youssef yusuf yvonne zara zoe zeynep ziggy"
    )
) - (EVERYDAY | COMMON)
