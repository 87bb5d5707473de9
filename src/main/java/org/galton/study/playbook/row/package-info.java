/** The tables of playbooks, with their schemas. */
package org.galton.study.playbook.row;
