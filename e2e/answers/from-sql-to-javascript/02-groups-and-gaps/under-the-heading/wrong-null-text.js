survey_questions.filter(d => d.year === 2022 && d.section === 'Wellbeing' && d.score_is === 'null').select('measure', 'wording', 'score_is')
