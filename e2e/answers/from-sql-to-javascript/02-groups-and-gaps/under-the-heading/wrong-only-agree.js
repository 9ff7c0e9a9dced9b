survey_questions.filter(d => d.year === 2022 && d.section === 'Wellbeing' && d.score_is == '% strongly agree or agree').select('measure', 'wording', 'score_is')
