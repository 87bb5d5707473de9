/** Page of the study of playbooks, from its rows. */
package org.galton.study.playbook.view;
