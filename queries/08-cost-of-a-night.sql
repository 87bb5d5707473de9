-- What did each run cost in tokens and device time, and what did it find already there?
SELECT r.sweep, r.run_id, r.exit_code, sum(b.generated) AS generated, sum(b.reused) AS reused, sum(b.failed) AS failed,
       sum(b.tokens) AS tokens, round(sum(b.device_seconds), 6) AS device_seconds,
       CASE WHEN sum(b.device_seconds) > 0 THEN round(sum(b.tokens) / sum(b.device_seconds), 6) END AS tokens_a_second
FROM runs r JOIN books b ON b.run_id = r.run_id
GROUP BY r.sweep, r.run_id, r.exit_code
ORDER BY r.run_id;
