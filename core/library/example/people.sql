-- SPDX-License-Identifier: Apache-2.0
-- A table of people, judged in SQL:
--   sqlite3 -cmd '.load /usr/local/lib/sqlite3/zhicheng_sqlite' <people.sql

CREATE TABLE person(name TEXT, place TEXT, months INTEGER, score INTEGER, applied INTEGER);
INSERT INTO person VALUES
  ('Li', '451229100', 62, 60, 0),
  ('Wu', '451229100', 62, 54, 0),
  ('Na', '451229100', 62, NULL, 0),
  ('Su', '450102001', 62, 60, 1);

-- NULL is a fact that is not known. zc_bool makes JSON's true and false of 1 and 0.
CREATE VIEW facts AS SELECT name, json_object(
  'track', 'targeted', 'series', 'health', 'series_exam_mode', 'exam_and_review',
  'target_level', 'deputy_senior', 'education', 'junior_college',
  'current_title_level', 'intermediate', 'months_in_current_title', months,
  'unit_division', place, 'unit_level', 'township', 'unit_nature', 'public_institution',
  'targeted_exam_pass_line', 55,
  'exam_score', score, 'applied_other_track_this_year', zc_bool(applied)) AS facts FROM person;

SELECT name, zc_verdict('guangxi', '2021-10-15', facts), zc_route('guangxi', '2021-10-15', facts)
FROM facts;

-- What each of them lacks.
SELECT f.name, rule, state
FROM facts f, zc_findings('guangxi', '2021-10-15', f.facts)
WHERE state IN ('unmet', 'unknown') AND kind <> 'route';

-- The whole answer is JSON.
SELECT name, json_extract(zc_answer('guangxi', '2021-10-15', facts), '$.missing') FROM facts
WHERE zc_verdict('guangxi', '2021-10-15', facts) = 'undetermined';
