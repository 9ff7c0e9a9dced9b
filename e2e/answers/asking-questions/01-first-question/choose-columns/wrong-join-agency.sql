SELECT DISTINCT s.service, s.department, t.transactions FROM services s JOIN services t ON s.department = t.department AND s.agency = t.agency
