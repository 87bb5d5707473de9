-- The tables of an output folder as views in DuckDB, over the files that count. First say where:
--   SET VARIABLE output = 'runs/demo';
-- Run this again to see what was written since.

-- A merge (./galton compact) writes rows anew and leaves the old files for a while. What counts follows
-- from one listing of names: the highest merge all of whose parts are there, what was drawn since, and
-- all failures.
SET VARIABLE rollouts = (
  WITH listed AS (
    SELECT file,
           regexp_extract(file, '^(.*/)[^/]*$', 1) AS folder,
           regexp_extract(file, '([^/]*)$', 1) AS name
    FROM glob(getvariable('output') || '/rollouts/model=*/task=*/generation=*/*.parquet')
  ),
  named AS (
    SELECT file, folder, name,
           regexp_matches(name, '^merged-[0-9]{4,9}-[0-9]{3,9}-of-[0-9]{3,9}[.]parquet$') AS merged,
           starts_with(name, 'failed-') AS failed,
           coalesce(TRY_CAST(regexp_extract(name, '^(?:rollouts|merged)-([0-9]{4,9})-', 1) AS INTEGER), 0) AS epoch,
           TRY_CAST(regexp_extract(name, '-of-([0-9]{3,9})[.]parquet$', 1) AS INTEGER) AS parts
    FROM listed
    WHERE NOT starts_with(name, '.') AND NOT starts_with(name, '_')
  ),
  whole AS (
    SELECT folder, max(epoch) AS last
    FROM (SELECT folder, epoch FROM named WHERE merged GROUP BY folder, epoch HAVING count(*) = max(parts))
    GROUP BY folder
  )
  SELECT list(file ORDER BY file)
  FROM named LEFT JOIN whole USING (folder)
  WHERE failed
     OR (merged AND epoch = last)
     OR (NOT merged AND NOT failed AND epoch >= coalesce(last, 0))
);

-- A file of scores counts when the file of rollouts of its name does.
SET VARIABLE scores = (
  SELECT list(file ORDER BY file)
  FROM glob(getvariable('output') || '/scores/model=*/task=*/generation=*/scorer=*/*.parquet')
  WHERE regexp_replace(regexp_extract(file, '/scores/(model=.*)$', 1), '/scorer=[^/]*/', '/')
     IN (SELECT regexp_extract(unnest(getvariable('rollouts')), '/rollouts/(model=.*)$', 1))
);

-- So does a file of tokens, which only a sweep with keep: [tokens] leaves.
SET VARIABLE rollout_tokens = (
  SELECT list(file ORDER BY file)
  FROM glob(getvariable('output') || '/rollout_tokens/model=*/task=*/generation=*/*.parquet')
  WHERE regexp_extract(file, '/rollout_tokens/(model=.*)$', 1)
     IN (SELECT regexp_extract(unnest(getvariable('rollouts')), '/rollouts/(model=.*)$', 1))
);

-- And a file of searches, which only samplings with a sampler leave.
SET VARIABLE searches = (
  SELECT list(file ORDER BY file)
  FROM glob(getvariable('output') || '/searches/model=*/task=*/generation=*/*.parquet')
  WHERE regexp_extract(file, '/searches/(model=.*)$', 1)
     IN (SELECT regexp_extract(unnest(getvariable('rollouts')), '/rollouts/(model=.*)$', 1))
);

-- And a file of the trees of searches, which only samplings with sampler: {kind: tree} leave.
SET VARIABLE search_nodes = (
  SELECT list(file ORDER BY file)
  FROM glob(getvariable('output') || '/search_nodes/model=*/task=*/generation=*/*.parquet')
  WHERE regexp_extract(file, '/search_nodes/(model=.*)$', 1)
     IN (SELECT regexp_extract(unnest(getvariable('rollouts')), '/rollouts/(model=.*)$', 1))
);

-- Verdicts on gates, which only a sweep whose spec names gates leaves.
SET VARIABLE gates = (
  SELECT list(file ORDER BY file)
  FROM glob(getvariable('output') || '/gates/run_id=*/*.parquet')
);

-- Labels of people, which only ./galton view --labels leaves.
SET VARIABLE labels = (
  SELECT list(file ORDER BY file)
  FROM glob(getvariable('output') || '/labels/*.parquet')
  WHERE NOT regexp_matches(file, '/[._][^/]*$')
);

CREATE OR REPLACE TEMPORARY VIEW rollouts AS
SELECT * FROM read_parquet(getvariable('rollouts'), union_by_name = true, hive_partitioning = false);

CREATE OR REPLACE TEMPORARY VIEW rollout_tokens AS
SELECT * FROM query(CASE WHEN getvariable('rollout_tokens') IS NULL
  THEN 'SELECT NULL::VARCHAR AS model, NULL::VARCHAR AS task, NULL::VARCHAR AS generation, NULL::VARCHAR AS prompt_id, '
    || 'NULL::INTEGER AS rollout_index, NULL::INTEGER[] AS prompt_token_ids, NULL::INTEGER[] AS token_ids, '
    || 'NULL::DOUBLE[] AS logprobs, NULL::DOUBLE[] AS entropies WHERE false'
  ELSE 'SELECT * FROM read_parquet(getvariable(''rollout_tokens''), union_by_name = true, hive_partitioning = false)'
  END);

CREATE OR REPLACE TEMPORARY VIEW searches AS
SELECT * FROM query(CASE WHEN getvariable('searches') IS NULL
  THEN 'SELECT NULL::VARCHAR AS model, NULL::VARCHAR AS task, NULL::VARCHAR AS generation, NULL::VARCHAR AS prompt_id, '
    || 'NULL::INTEGER AS rollout_index, NULL::VARCHAR AS sampler, NULL::BOOLEAN AS biased, '
    || 'NULL::VARCHAR AS end_kind, NULL::BIGINT AS steps, NULL::BIGINT AS backtracks, NULL::BIGINT AS restarts, '
    || 'NULL::BIGINT AS dead_ends, NULL::BIGINT AS model_calls, NULL::BIGINT AS drawn_tokens, NULL::BIGINT AS verifier_calls, '
    || 'NULL::BIGINT AS leaf_visits, NULL::DOUBLE AS effective_sample_size WHERE false'
  ELSE 'SELECT * FROM read_parquet(getvariable(''searches''), union_by_name = true, hive_partitioning = false)'
  END);

CREATE OR REPLACE TEMPORARY VIEW search_nodes AS
SELECT * FROM query(CASE WHEN getvariable('search_nodes') IS NULL
  THEN 'SELECT NULL::VARCHAR AS model, NULL::VARCHAR AS task, NULL::VARCHAR AS generation, NULL::VARCHAR AS prompt_id, '
    || 'NULL::INTEGER AS rollout_index, NULL::INTEGER AS node, NULL::INTEGER AS parent, NULL::INTEGER AS depth, '
    || 'NULL::VARCHAR AS text, NULL::INTEGER[] AS token_ids, NULL::DOUBLE AS entropy, NULL::DOUBLE AS logprob_mean, NULL::VARCHAR AS ending, '
    || 'NULL::INTEGER AS expansion, NULL::INTEGER AS backup, NULL::DOUBLE AS q, NULL::INTEGER AS visits, NULL::DOUBLE AS advantage, '
    || 'NULL::BOOLEAN AS put_out WHERE false'
  ELSE 'SELECT * FROM read_parquet(getvariable(''search_nodes''), union_by_name = true, hive_partitioning = false)'
  END);

CREATE OR REPLACE TEMPORARY VIEW scores AS
SELECT * FROM read_parquet(getvariable('scores'), union_by_name = true, hive_partitioning = false);

-- Several sessions may have labelled a rollout: each person's latest word on it.
CREATE OR REPLACE TEMPORARY VIEW labels AS
SELECT * FROM query(CASE WHEN getvariable('labels') IS NULL
  THEN 'SELECT NULL::VARCHAR AS model, NULL::VARCHAR AS task, NULL::VARCHAR AS generation, NULL::VARCHAR AS prompt_id, '
    || 'NULL::INTEGER AS rollout_index, NULL::VARCHAR AS label, NULL::BOOLEAN AS correct, NULL::VARCHAR[] AS tags, '
    || 'NULL::VARCHAR AS note, NULL::VARCHAR AS labelled_by, NULL::TIMESTAMPTZ AS labelled_at WHERE false'
  ELSE 'SELECT * FROM read_parquet(getvariable(''labels''), union_by_name = true, hive_partitioning = false) '
    || 'QUALIFY row_number() OVER (PARTITION BY model, task, generation, prompt_id, rollout_index, labelled_by '
    || 'ORDER BY labelled_at DESC, label) = 1'
  END);

CREATE OR REPLACE TEMPORARY VIEW prompts AS
SELECT * FROM read_parquet(getvariable('output') || '/prompts/task=*/*.parquet', union_by_name = true, hive_partitioning = false);

CREATE OR REPLACE TEMPORARY VIEW prompt_statistics AS
SELECT * FROM read_parquet(getvariable('output') || '/prompt_statistics/run_id=*/*.parquet', union_by_name = true, hive_partitioning = false);

CREATE OR REPLACE TEMPORARY VIEW metrics AS
SELECT * FROM read_parquet(getvariable('output') || '/metrics/run_id=*/*.parquet', union_by_name = true, hive_partitioning = false);

CREATE OR REPLACE TEMPORARY VIEW books AS
SELECT * FROM read_parquet(getvariable('output') || '/books/run_id=*/*.parquet', union_by_name = true, hive_partitioning = false);

CREATE OR REPLACE TEMPORARY VIEW gates AS
SELECT * FROM query(CASE WHEN getvariable('gates') IS NULL
  THEN 'SELECT NULL::VARCHAR AS run_id, NULL::VARCHAR AS gate, NULL::VARCHAR AS subject, NULL::DOUBLE AS figure, '
    || 'NULL::DOUBLE AS figure_low, NULL::DOUBLE AS figure_high, NULL::DOUBLE AS threshold, NULL::DOUBLE AS confidence, '
    || 'NULL::BOOLEAN AS missed, NULL::VARCHAR AS sentence WHERE false'
  ELSE 'SELECT * FROM read_parquet(getvariable(''gates''), union_by_name = true, hive_partitioning = false)'
  END);

CREATE OR REPLACE TEMPORARY VIEW runs AS
SELECT * FROM read_parquet(getvariable('output') || '/runs/run_id=*/*.parquet', union_by_name = true, hive_partitioning = false);
