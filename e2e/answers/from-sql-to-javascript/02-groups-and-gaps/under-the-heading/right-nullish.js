survey_questions
  .filter(d => d.year === 2022 && d.section === 'Wellbeing' && (d.score_is ?? 'not said') !== '% strongly agree or agree')
  .select('measure', 'wording', 'score_is')
  .orderby('score_is')
