-- Differences between arms, paired by entity: an arm's rate of an entity is the mean over its questions and its models.
-- Half an interval of 95 % is 1.96 standard errors over entities. Run it behind jobs/studies/truthrl.sql.
CREATE OR REPLACE TEMPORARY VIEW entities AS
SELECT questions, arm, cluster, avg(accuracy) AS accuracy, avg(abstention) AS abstention, avg(hallucination) AS hallucination,
       avg(accuracy - hallucination) AS truthfulness
FROM grouped GROUP BY questions, arm, cluster;

SELECT a.questions, concat(b.arm, ' less ', a.arm) AS difference, count(*) AS entities,
       concat_ws(' ± ', round(avg(b.accuracy - a.accuracy), 3), round(1.96 * stddev(b.accuracy - a.accuracy) / sqrt(count(*)), 3)) AS accuracy,
       concat_ws(' ± ', round(avg(b.abstention - a.abstention), 3), round(1.96 * stddev(b.abstention - a.abstention) / sqrt(count(*)), 3)) AS abstention,
       concat_ws(' ± ', round(avg(b.hallucination - a.hallucination), 3), round(1.96 * stddev(b.hallucination - a.hallucination) / sqrt(count(*)), 3)) AS hallucination,
       concat_ws(' ± ', round(avg(b.truthfulness - a.truthfulness), 3), round(1.96 * stddev(b.truthfulness - a.truthfulness) / sqrt(count(*)), 3)) AS truthfulness
FROM entities a JOIN entities b ON b.questions = a.questions AND b.cluster = a.cluster AND a.arm <> b.arm AND a.arm <> 'ternary' AND b.arm <> 'start'
GROUP BY a.questions, a.arm, b.arm ORDER BY a.questions, difference;
