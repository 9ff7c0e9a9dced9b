SELECT a.n, b.t FROM (SELECT COUNT(*) n FROM services) a, (SELECT SUM(transactions) t FROM services) b
