survey_questions.filter(d => d.section == "Wellbeing" && d.year == 2022 && !op.equal(d.score_is, "% strongly agree or agree")).select("measure", "wording", "score_is")
