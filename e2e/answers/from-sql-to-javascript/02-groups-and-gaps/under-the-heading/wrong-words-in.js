survey_questions.filter(d => d.year === 2022 && d.section === 'Wellbeing' && !op.includes(d.score_is, 'or')).select('measure', 'wording', 'score_is')
