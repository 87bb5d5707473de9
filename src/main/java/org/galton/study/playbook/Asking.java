package org.galton.study.playbook;

import java.util.List;

/** Has calls of one role answered, each by itself, in their order. */
@FunctionalInterface
interface Asking {
  List<RoleReply> ask(List<RoleCall> calls);
}
