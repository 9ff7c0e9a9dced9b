emissions
  .join(councils, ["council_code", "code"])
  .filter(d => d.sector == "Domestic" && d.year == 2020 && d.is_lower_or_unitary)
  .select("code", "name", "co2_kt")
  .orderby(aq.desc("co2_kt"))
  .slice(0, 5)
