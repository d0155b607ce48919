"""What the drawn graph needs beyond its geometry."""


def picture(graph):
    return graph
