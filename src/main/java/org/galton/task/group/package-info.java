/** Tasks whose rollouts are games of a group: the search for a number, the sum of letters. */
package org.galton.task.group;
