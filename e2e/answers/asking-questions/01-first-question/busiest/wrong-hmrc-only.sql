SELECT service, transactions FROM services WHERE department = 'HM Revenue and Customs' ORDER BY transactions DESC LIMIT 5
