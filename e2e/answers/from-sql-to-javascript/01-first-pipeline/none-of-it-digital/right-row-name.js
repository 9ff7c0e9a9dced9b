services
  .filter(row => row.digital_transactions === 0 && row.department === "Department for Transport")
  .select("service", "transactions");
