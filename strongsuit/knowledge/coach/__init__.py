"""Is this sentence strong, kind and measurable?"""
