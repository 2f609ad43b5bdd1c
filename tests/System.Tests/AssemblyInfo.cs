// Every test class starts processes; two cores carry one system at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
