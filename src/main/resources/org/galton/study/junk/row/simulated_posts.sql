CREATE TABLE simulated_posts (
  run_id STRING NOT NULL COMMENT 'Run that made it',
  id STRING NOT NULL COMMENT 'Id of the post',
  text STRING NOT NULL COMMENT 'Its text',
  tokens INT NOT NULL COMMENT 'Its tokens',
  likes INT NOT NULL COMMENT 'Likes',
  reposts INT NOT NULL COMMENT 'Reposts',
  replies INT NOT NULL COMMENT 'Replies',
  quotes INT NOT NULL COMMENT 'Quotes',
  meaning STRING NOT NULL COMMENT 'junk: chatter; control: it explains a sum'
)
COMMENT 'Posts whose length, popularity and meaning were drawn each by itself';
