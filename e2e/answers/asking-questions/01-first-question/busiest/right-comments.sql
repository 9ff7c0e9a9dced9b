-- GROUP BY department; LIMIT 3
SELECT service, /* ; DROP TABLE services; */ transactions -- 'quoted'
FROM services
/* ORDER BY transactions ASC
   ; */
ORDER BY transactions DESC -- LIMIT 10
LIMIT 5 ;;
