package org.galton.emergence.diagnosis;

/**
 * One triplet beside the largest values over all triplets in each replicate: p = (1 + exceedances)
 * / (1 + B) holds for all triplets of the group together.
 */
public record TripletNull(
    String first, String second, String third, int informationExceedances, int gainExceedances) {}
