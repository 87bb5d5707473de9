"""The nightly sweep as an Airflow 2 DAG: retried when it could not finish, an alert when a gate was missed."""

import os
import subprocess
from datetime import datetime, timedelta

from airflow.decorators import dag, task
from airflow.exceptions import AirflowException, AirflowFailException

GALTON_HOME = os.environ.get("GALTON_HOME", "/opt/galton")


@dag(
    schedule="0 1 * * *",
    start_date=datetime(2026, 1, 1),
    catchup=False,
    max_active_runs=1,
    tags=["galton"],
)
def galton_nightly():
    @task(retries=3, retry_delay=timedelta(minutes=5))
    def sweep():
        code = subprocess.run(
            [
                "./galton",
                "--properties-file",
                "cluster-conf/standalone.conf",
                "sweep",
                "jobs/nightly.yaml",
                "--set",
                "output=/srv/galton/nightly",
            ],
            cwd=GALTON_HOME,
        ).returncode
        if code == 1:
            raise AirflowFailException("Finished, with failures above the budget or a gate missed: see the report")
        if code == 2:
            raise AirflowFailException("The spec or the input is wrong: see the log above")
        if code != 0:
            raise AirflowException(f"Could not finish (exit code {code}): the next attempt goes on where this one stopped")

    sweep()


galton_nightly()
