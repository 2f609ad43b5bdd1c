// They wait for time to pass, for fetches and for what happens in the background, more than they compute.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]
