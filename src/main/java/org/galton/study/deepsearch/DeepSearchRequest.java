package org.galton.study.deepsearch;

import org.galton.search.backup.FrontierScore;
import org.galton.search.backup.SearchSettings;

/**
 * What is asked about trees of steps.
 *
 * @param input a file, or a folder of files of one format
 * @param settings of the search; its frontier has no weight of entropy
 * @param entropyWeight of the second score of the frontier
 */
record DeepSearchRequest(String input, SearchSettings settings, double entropyWeight) {

  FrontierScore withEntropy() {
    return settings.frontier().withEntropy(entropyWeight);
  }
}
