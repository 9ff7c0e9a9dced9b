CREATE OR REPLACE TEMP TABLE t AS FROM services; SELECT service, department, transactions FROM t
