package org.galton.view.rollout;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.galton.view.engine.BoundSql;
import org.galton.view.row.RolloutAddress;
import org.galton.view.row.ShownValue;

/**
 * A token of a rollout whose sweep kept them.
 *
 * @param place within the completion, from 1
 * @param id in the model's vocabulary
 * @param probability under the distribution that it was drawn from: exp(logprob)
 */
public record TokenLine(
    String place, String id, String probability, String logprob, String entropy) {
  /** Tokens of one page; a longer completion shows its first ones. */
  static final int MOST = 4_000;

  /** None where the sweep did not keep them. */
  static BoundSql of(RolloutAddress address) {
    return BoundSql.of(
            "SELECT generate_subscripts(token_ids, 1) AS place, unnest(token_ids) AS id,"
                + " exp(unnest(logprobs)) AS probability, unnest(logprobs) AS logprob,"
                + " unnest(entropies) AS entropy FROM rollout_tokens WHERE")
        .then(address.matches())
        .then("LIMIT " + MOST);
  }

  static TokenLine of(ResultSet row) throws SQLException {
    return new TokenLine(
        ShownValue.count(row, "place"),
        row.getString("id"),
        ShownValue.exact(row, "probability"),
        ShownValue.exact(row, "logprob"),
        ShownValue.exact(row, "entropy"));
  }
}
