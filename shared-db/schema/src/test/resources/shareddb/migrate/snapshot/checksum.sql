SELECT concat_ws(' ',
    (SELECT sum(hashtextextended(t::text, 0)) FROM kinds."Odd ""one"", \ 'x'" AS t),
    (SELECT sum(hashtextextended(t::text, 0)) FROM kinds.child AS t),
    (SELECT count(*) FROM kinds.nothing), (SELECT count(*) FROM kinds.empty),
    (SELECT sum(hashtextextended(t::text || tableoid::regclass, 0)) FROM kinds.parts AS t),
    (SELECT count(*) FROM kinds.hidden), (SELECT children FROM kinds.summary))
