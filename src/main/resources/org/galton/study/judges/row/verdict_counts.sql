CREATE TABLE verdict_counts (
  run_id STRING NOT NULL COMMENT 'Run that counted them',
  model STRING NOT NULL COMMENT 'Name of the model that drew the rollouts',
  task STRING NOT NULL COMMENT 'Task of their prompts',
  sampling STRING NOT NULL COMMENT 'Sampling they were drawn with',
  generation STRING NOT NULL COMMENT 'Generation of the rollouts',
  scorer STRING NOT NULL COMMENT 'Judge with its version and options',
  rollouts BIGINT NOT NULL COMMENT 'Rollouts that it looked at',
  correct BIGINT NOT NULL COMMENT 'Of these, right',
  wrong BIGINT NOT NULL COMMENT 'Of these, wrong with an answer that was found',
  truncated BIGINT NOT NULL COMMENT 'Of these, wrong because the completion was cut at its token limit, whatever it says; no other column has them',
  abstained BIGINT NOT NULL COMMENT 'Of these, wrong because the model declined to answer',
  unparsed BIGINT NOT NULL COMMENT 'Of these, wrong without an answer; those that abstained are not among them',
  unscored BIGINT NOT NULL COMMENT 'Of these, without a verdict',
  weak BIGINT NOT NULL COMMENT 'Answers, right or wrong, that stood in no marked place: found as the last formula, line or number',
  judge_tokens BIGINT NOT NULL COMMENT 'Tokens that a judging model read and wrote for these verdicts; those for verdicts that were known from an earlier answer are not counted again',
  judge_seconds DOUBLE NOT NULL COMMENT 'Seconds of work for these verdicts: CPU time of judged programs, or the time in which a judging model answered; known verdicts took none',
  judge_peak_mib BIGINT COMMENT 'Most memory that one of the judged programs held at once, in MiB; NULL where none was run',
  flaky BIGINT NOT NULL COMMENT 'Of the rollouts, those whose program passed in some of its runs and not in others; 0 where programs are run once'
)
COMMENT 'How many verdicts of which kind a judge gave';
